import Testing

@Suite struct DocumentsStub {}
