import Testing

@Suite struct SecurityStub {}
