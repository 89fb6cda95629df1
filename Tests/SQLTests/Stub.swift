import Testing

@Suite struct SQLStub {}
