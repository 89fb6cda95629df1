/// A contact as a form or a file gives it.
package struct ContactDetails: Hashable, Sendable {
  package var name: String
  /// To the child, in the school's words: mother, foster carer, social worker …
  package var relationship: String
  /// 1 is spoken to first.
  package var priority: Int
  package var email: String?
  package var phone: String?
  package var address: String?

  package init(
    name: String, relationship: String, priority: Int = 1, email: String? = nil, phone: String? = nil,
    address: String? = nil
  ) {
    self.name = name
    self.relationship = relationship
    self.priority = priority
    self.email = email
    self.phone = phone
    self.address = address
  }

  /// Every reason why this cannot be taken, each at its field: `name`, `relationship`, `priority`, `email`, `phone`,
  /// `address`.
  package func refuseUnlessSound() throws {
    var refusals = Refusals()
    if name.allSatisfy(\.isWhitespace) { refusals.add("Enter the contact’s name.", field: "name") }
    if name.count > 100 { refusals.add("The name is longer than 100 letters.", field: "name") }
    if relationship.allSatisfy(\.isWhitespace) {
      refusals.add("Enter who they are to the child, such as mother or carer.", field: "relationship")
    }
    if relationship.count > 100 { refusals.add("The relationship is longer than 100 letters.", field: "relationship") }
    if !(1...20).contains(priority) { refusals.add("The order is a whole number from 1 to 20.", field: "priority") }
    if let email, Account.foldedEmail(email) == nil {
      refusals.add("An e-mail address looks like name@example.org.", field: "email")
    }
    if let phone, phone.count > 40 || phone.filter(\.isNumber).count < 5 {
      refusals.add("A telephone number has at least five digits.", field: "phone")
    }
    if let address, address.count > 400 { refusals.add("The address is longer than 400 letters.", field: "address") }
    try refusals.throwIfAny()
  }
}

extension Contact {
  package var details: ContactDetails {
    ContactDetails(
      name: name, relationship: relationship, priority: priority, email: email, phone: phone, address: address)
  }
}
