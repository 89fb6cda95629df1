import Testing

@Suite struct SiteStub {}
