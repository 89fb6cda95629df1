import Testing

@Suite struct MailStub {}
