/// The program's surroundings.
extension English {
  static func text(_ phrase: DoctorPhrase) -> String {
    switch phrase {
    case .name(let fact): name(fact)
    case .unknown: "unknown"
    case .noTerminal: "none: standard output is a file"
    case .asciiAndHan: "ASCII and Han characters"
    case .noHome: "none: there is no HOME"
    case .noSuchFile(let path): "\(path) (no such file)"
    case .pressKeys: "Press any keys; q ends."
    }
  }

  private static func name(_ fact: DoctorPhrase.Fact) -> String {
    switch fact {
    case .version: "version"
    case .terminal: "terminal"
    case .colours: "colours"
    case .characters: "characters"
    case .size: "size"
    case .preferences: "preferences"
    }
  }
}
