import Components
import Domain
import Hummingbird
import Markup
import Store

/// Somebody to speak to about a pupil.
struct ContactForm: Sendable {
  var name = ""
  var relationship = ""
  var priority = "1"
  var email = ""
  var phone = ""
  var address = ""

  init(next priority: Int) { self.priority = String(priority) }

  init(_ contact: Contact) {
    name = contact.name
    relationship = contact.relationship
    priority = String(contact.priority)
    email = contact.email ?? ""
    phone = contact.phone ?? ""
    address = contact.address ?? ""
  }

  init(_ sent: SentForm) {
    name = sent["name"] ?? ""
    relationship = sent["relationship"] ?? ""
    priority = sent["priority"] ?? ""
    email = sent["email"] ?? ""
    phone = sent["phone"] ?? ""
    address = sent["address"] ?? ""
  }

  func fields(_ refusals: Refusals) -> HTML {
    """
    \(TextInput(Field("name", "Name", error: refusals["name"]), value: name, autocomplete: "off"))\
    \(TextInput(
      Field(
        "relationship", "To the child", hint: "Mother, father, foster carer, social worker …",
        error: refusals["relationship"]), value: relationship, autocomplete: "off"))\
    \(NumberInput(
      Field("priority", "Order", hint: "1 is spoken to first.", error: refusals["priority"]), value: priority))\
    \(TextInput(
      Field("phone", "Telephone", error: refusals["phone"], isOptional: true), value: phone, kind: .tel, width: .short,
      autocomplete: "off"))\
    \(TextInput(
      Field("email", "E-mail address", error: refusals["email"], isOptional: true), value: email, kind: .email,
      autocomplete: "off"))\
    \(TextArea(Field("address", "Address", error: refusals["address"], isOptional: true), value: address, rows: 4))
    """
  }

  /// Never refuses by itself: the rules are the store's.
  var details: ContactDetails {
    ContactDetails(
      name: name, relationship: relationship, priority: Int(priority) ?? 0, email: email.isEmpty ? nil : email,
      phone: phone.isEmpty ? nil : phone, address: address.isEmpty ? nil : address)
  }

  func compared(_ contact: Contact) -> [PupilFormPage.Compared] {
    let now = ContactForm(contact)
    let all: [(String, KeyPath<ContactForm, String>)] = [
      ("Name", \.name), ("To the child", \.relationship), ("Order", \.priority), ("Telephone", \.phone),
      ("E-mail address", \.email), ("Address", \.address),
    ]
    let different = all.filter { now[keyPath: $0.1] != self[keyPath: $0.1] }
    return (different.isEmpty ? [all[0]] : different).map {
      .init(label: $0.0, now: now[keyPath: $0.1], typed: self[keyPath: $0.1])
    }
  }
}

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
