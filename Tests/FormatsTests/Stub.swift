import Testing

@Suite struct FormatsStub {}
