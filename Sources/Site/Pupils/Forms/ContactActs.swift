import Components
import Domain
import Hummingbird
import Markup
import Store

/// The routes of contacts.
enum ContactActs {
  /// `GET …/pupils/{pupil}/contacts/new` and `…/contacts/{contact}`
  static func show(_ visit: Visit) async throws -> Response {
    let (record, contacts, contact) = try await found(visit)
    let form = contact.map { ContactForm($0) } ?? ContactForm(next: min(contacts.count + 1, 20))
    return visit.page(page(form, of: record, contact, newID: visit.newID(), token: visit.formToken))
  }

  /// `POST` to the same.
  static func send(_ visit: Visit) async throws -> Response {
    let (record, _, contact) = try await found(visit)
    let typed = ContactForm(visit.form)
    let version = visit.form["version"].flatMap { Int($0) }
    return try await visit.answering {
      try await visit.write { connection in
        let contacts = Contacts(visit.viewer, connection)
        if let contact {
          try contacts.change(contact.id, to: typed.details, version: version)
        } else {
          try contacts.add(typed.details, to: record.pupil.id, id: visit.newID())
        }
      }
      return visit.redirect(to: record.address, saying: contact == nil ? .added : .saved)
    } again: { refusals in
      let now = try await found(visit).contact
      return page(
        typed, of: record, now, newID: visit.newID(), token: visit.formToken, version: version, refusals: refusals)
    }
  }

  /// `POST …/pupils/{pupil}/contacts/{contact}/removal`
  static func remove(_ visit: Visit) async throws -> Response {
    let (record, _, contact) = try await found(visit)
    guard let contact else { throw Refusal.notFound() }
    try await visit.write { try Contacts(visit.viewer, $0).remove(contact.id) }
    return visit.redirect(to: record.address, saying: .removed)
  }

  private static func found(_ visit: Visit) async throws -> (
    record: PupilRecord, contacts: [Contact], contact: Contact?
  ) {
    let id = try visit.id("pupil", Pupil.self)
    let wanted = visit.parameter("contact") == nil ? nil : try visit.id("contact", Contact.self)
    let (record, contacts) = try await visit.read { connection in
      (try PupilRecord.find(id, visit, connection), try Contacts(visit.viewer, connection).of(id))
    }
    let contact = contacts.first { $0.id == wanted }
    if wanted != nil, contact == nil { throw Refusal.notFound() }
    return (record, contacts, contact)
  }

  static func page(
    _ form: ContactForm, of record: PupilRecord, _ contact: Contact?, newID: ID<Contact>, token: String,
    version: Int? = nil, refusals: Refusals = Refusals()
  ) -> FormPage {
    let (pupil, school) = (record.pupil, record.school)
    let address = contact.map { Way.contact($0.id, of: pupil.id, school) } ?? Way.newContact(pupil.id, school)
    return FormPage(
      title: contact == nil ? "Add a contact" : "Change a contact", kicker: pupil.fullName,
      trail: PupilPage.trail(school, pupil), part: .pupils, address: address, token: token,
      version: refusals.isConflict ? contact?.version : version ?? contact?.version,
      newID: contact == nil ? newID.text : nil,
      fields: form.fields(refusals), button: contact == nil ? "Add this contact" : "Save", cancel: record.address,
      refusals: refusals, compared: refusals.isConflict ? contact.map(form.compared) ?? [] : [],
      under: contact == nil ? .empty : removal(address, token))
  }

  private static func removal(_ address: Address, _ token: String) -> HTML {
    Details(
      "Remove this contact",
      body: """
        <p>The history keeps that they were a contact.</p>\
        \(PostButton("Remove this contact", to: Way.removal(address), token: token, style: .danger))
        """
    ).html
  }
}
