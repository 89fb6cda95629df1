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
    return visit.page(page(form, of: record, contact, token: visit.formToken))
  }

  /// `POST` to the same.
  static func send(_ visit: Visit) async throws -> Response {
    let (record, _, contact) = try await found(visit)
    let typed = ContactForm(visit.form)
    let version = visit.form["version"].flatMap { Int($0) }
    do {
      try await visit.write { connection in
        let contacts = Contacts(visit.viewer, connection)
        if let contact {
          try contacts.change(contact.id, to: typed.details, version: version)
        } else {
          try contacts.add(typed.details, to: record.pupil.id)
        }
      }
      return visit.redirect(to: record.address, saying: contact == nil ? .added : .saved)
    } catch let refusal as Refusal where refusal == Pupils.changedMeanwhile {
      let now = try await found(visit).contact
      let page = page(
        typed, of: record, now, token: visit.formToken, refusals: Refusals([refusal]),
        conflict: now.map(typed.compared) ?? [])
      return visit.page(page, status: .conflict)
    } catch let refusals as Refusals {
      return visit.page(
        page(typed, of: record, contact, token: visit.formToken, refusals: refusals), status: .unprocessableContent)
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
    _ form: ContactForm, of record: PupilRecord, _ contact: Contact?, token: String, refusals: Refusals = Refusals(),
    conflict: [PupilFormPage.Compared] = []
  ) -> PupilFormPage {
    let (pupil, school) = (record.pupil, record.school)
    let address = contact.map { Way.contact($0.id, of: pupil.id, school) } ?? Way.newContact(pupil.id, school)
    return PupilFormPage(
      title: contact == nil ? "Add a contact" : "Change a contact", kicker: pupil.fullName,
      trail: PupilPage.trail(school, pupil), address: address, token: token, version: contact?.version,
      fields: form.fields(refusals), button: contact == nil ? "Add this contact" : "Save", cancel: record.address,
      refusals: refusals, conflict: conflict, under: contact == nil ? .empty : removal(address, token))
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
