import Components
import Domain
import Markup

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

  func compared(_ contact: Contact) -> [Compared] {
    let now = ContactForm(contact)
    let all: [(String, KeyPath<ContactForm, String>)] = [
      ("Name", \.name), ("To the child", \.relationship), ("Order", \.priority), ("Telephone", \.phone),
      ("E-mail address", \.email), ("Address", \.address),
    ]
    let different = all.filter { now[keyPath: $0.1] != self[keyPath: $0.1] }
    return (different.isEmpty ? [all[0]] : different).map {
      .init($0.0, now: now[keyPath: $0.1], typed: self[keyPath: $0.1])
    }
  }
}
