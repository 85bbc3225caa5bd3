/// The screen in a file.
extension English {
  static func text(_ phrase: ExportPhrase) -> String {
    switch phrase {
    case .title: "this screen as a file, here"
    case .format(.text): "txt: the characters alone"
    case .format(.ansi): "ansi: with colours, for less -R"
    case .format(.svg): "svg: a picture, for slides"
    case .format(.json): "json: text, ink and ground of every row"
    }
  }

  static func text(_ notice: ExportNotice) -> String {
    switch notice {
    case .saved(let name): "This screen is in \(name) now."
    case .failed(let reason): reason
    case .namesTaken(let last): "All names up to \(last) are taken."
    }
  }

  static func text(_ command: ExportCommand) -> String {
    switch command {
    case .open: "this screen as a file"
    case .save(let format): "as " + format.rawValue
    }
  }

  static func footer(_ command: ExportCommand) -> String {
    switch command {
    case .open: "close"
    case .save(let format): format.rawValue
    }
  }
}
