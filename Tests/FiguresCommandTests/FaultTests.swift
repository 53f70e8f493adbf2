import Foundation
import TestSupport
import Testing

/// Small disks that only one process sees, for faults that a folder cannot have.
enum SmallDisk {
  /// Whether this machine lets a process mount a disk of its own.
  static let isAllowed: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    let run = try? Program.shell("\(mounting("true", options: "size=16k")) 2>&1", in: folder)
    return run?.status == 0
  }()

  /// A script that mounts an empty disk on `disk` and goes on with another script.
  static func mounting(_ script: String, options: String) -> String {
    "mkdir -p disk && unshare --mount --map-root-user sh -c "
      + "'mount -t tmpfs -o \(options) none disk && { \(script); }'"
  }
}

@Suite("figures meets faults without losing anything")
struct FaultTests {
  @Test(
    "A full disk is told in one line, and the old file stays",
    .enabled(if: SmallDisk.isAllowed, "mounting a small disk needs root or user namespaces"))
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let script =
      "echo old >disk/09_kl_calculation.png; $FIGURES render 09_kl_calculation --out disk; "
      + "echo status $?; ls -A disk; cat disk/09_kl_calculation.png"
    let run = try Program.shell(
      SmallDisk.mounting(script, options: "size=16k"), in: folder)
    #expect(run.output == "status 1\n09_kl_calculation.png\nold\n")
    #expect(
      run.errorLines == [
        "error: 09_kl_calculation: cannot write disk/09_kl_calculation.png: "
          + "no space is left on the disk"
      ])
  }

  @Test(
    "A disk that can only be read is told before anything is drawn",
    .enabled(if: SmallDisk.isAllowed, "mounting a small disk needs root or user namespaces"))
  func readOnlyDisk() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell(
      SmallDisk.mounting("$FIGURES render --out disk", options: "ro"), in: folder)
    #expect(run.status == 1)
    #expect(run.errorLines == ["error: the folder disk cannot be written: Read-only file system"])
  }

  @Test(
    "A folder that must not be written is told before anything is drawn",
    .enabled(if: getuid() != 0, "root may write into every folder"))
  func protectedFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out/09_kl_calculation.png")
    let run = try Program.shell(
      "chmod 555 out; $FIGURES render --out out; s=$?; chmod 755 out; exit $s", in: folder)
    #expect(run.status == 1)
    #expect(run.errorLines == ["error: the folder out cannot be written: Permission denied"])
    #expect(try folder.names(in: "out") == ["09_kl_calculation.png"])
    #expect(try folder.text("out/09_kl_calculation.png") == "old")
  }

  @Test("A file in place of the folder is told and stays")
  func fileInPlaceOfFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out")
    let file = try Program.run("render", "04_distribution", "--out", "out", in: folder)
    #expect(file.status == 1)
    #expect(file.errorLines == ["error: out is not a folder; --out must name one"])
    let below = try Program.run("render", "04_distribution", "--out", "out/below", in: folder)
    #expect(below.status == 1)
    #expect(below.errorLines == ["error: the folder out/below cannot be created: Not a directory"])
    #expect(try folder.text("out") == "old")
  }

  @Test("A folder in place of the file is told and stays, and no other file lies beside it")
  func folderInPlaceOfFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "out/04_distribution.png/kept")
    let run = try Program.run("render", "04_distribution", "--out", "out", in: folder)
    #expect(run.status == 1)
    #expect(
      run.errorLines == [
        "error: 04_distribution: cannot write out/04_distribution.png: it is a folder, not a file"
      ])
    #expect(try folder.names(in: "out") == ["04_distribution.png"])
    #expect(try folder.names(in: "out/04_distribution.png") == ["kept"])
  }

  @Test(
    "A missing font is told in one line, however many figures need it",
    arguments: ["render --out out", "render 04_distribution --out out", "check", "accept --all"])
  func missingFont(_ arguments: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out/04_distribution.png")
    try folder.write("old", to: "golden/04_distribution.zh.png")
    try folder.write(
      """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
      <fontconfig></fontconfig>
      """, to: "fonts.conf")
    let run = try Program.shell(
      "FONTCONFIG_FILE=\"$PWD/fonts.conf\" $FIGURES \(arguments)", in: folder)
    #expect(run.status == 1)
    #expect(
      run.errorLines == [
        "error: font family “Noto Sans CJK SC” is not installed: "
          + "install it (Debian package fonts-noto-cjk)"
      ])
    #expect(run.output == "")
    #expect(try folder.names() == ["fonts.conf", "golden", "out"])
    #expect(try folder.names(in: "out") == ["04_distribution.png"])
    #expect(try folder.text("out/04_distribution.png") == "old")
    #expect(try folder.text("golden/04_distribution.zh.png") == "old")
  }

  @Test("Facts need no fonts")
  func factsWithoutFonts() throws {
    let folder = try TemporaryFolder()
    try folder.write("<fontconfig></fontconfig>", to: "fonts.conf")
    let run = try Program.run(
      "facts", "09_kl_calculation", environment: ["FONTCONFIG_FILE": "\(folder.path)/fonts.conf"],
      in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("0.571 bits"))
  }

  @Test(
    "Output that cannot be written is a failure",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"),
    arguments: ["list", "facts", "facts --json", "claims", "claims --json"])
  func fullOutput(_ arguments: String) throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell("$FIGURES \(arguments) >/dev/full", in: folder)
    #expect(run.status == 1)
    #expect(
      run.errorLines == ["error: standard output cannot be written: No space left on device"])
  }
}
