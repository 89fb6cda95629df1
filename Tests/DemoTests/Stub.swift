import Testing

@Suite struct DemoStub {}
