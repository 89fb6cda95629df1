import Testing

@Suite struct TrellisStub {}
