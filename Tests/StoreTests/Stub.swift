import Testing

@Suite struct StoreStub {}
