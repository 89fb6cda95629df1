import Testing

@Suite struct ComponentsStub {}
