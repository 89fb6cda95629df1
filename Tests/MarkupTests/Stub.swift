import Testing

@Suite struct MarkupStub {}
