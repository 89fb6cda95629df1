import Testing

@Suite struct ExchangeStub {}
