import Testing

@Suite struct DomainStub {}
