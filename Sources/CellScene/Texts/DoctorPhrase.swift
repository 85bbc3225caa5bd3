/// What is said of the program's surroundings, before there is a session.
public enum DoctorPhrase: Hashable, Sendable {
  /// What a line is about.
  case name(Fact)
  /// It cannot be found out.
  case unknown
  /// There is no terminal.
  case noTerminal
  /// The terminal shows ASCII and Han characters, but no box drawing.
  case asciiAndHan
  /// There is no place for a file of preferences.
  case noHome
  /// Where a file of preferences would be.
  case noSuchFile(String)
  /// Keys are tested from now on.
  case pressKeys

  /// What can be found out.
  public enum Fact: Hashable, Sendable {
    case version, terminal, colours, characters, size, preferences
  }
}
