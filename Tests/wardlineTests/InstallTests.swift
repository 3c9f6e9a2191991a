import Foundation
import Testing

/// `make install`, `make uninstall` and the package, with stand-ins for what `make dist` builds: which files go where.
struct InstallTests {
    private let folder: URL

    init() throws { folder = try Wardline.scratchFolder() }

    /// Makes a folder as `make dist` leaves it.
    private func madeDistribution() throws {
        let line = """
            mkdir -p static/dist/man static/dist/completions && cp /bin/true static/dist/wardline
            for name in wardline wardline-audit wardline-boundaries-check; do echo x | gzip > static/dist/man/$name.1.gz; done
            for shell in bash zsh fish; do echo x > static/dist/completions/$shell; done
            echo licences > static/dist/copyright
            """
        #expect(try Wardline.shell(line, in: folder).status == 0)
    }

    private func make(_ words: String) throws -> Wardline.Outcome {
        try Wardline.shell("make --no-print-directory STATIC='\(folder.path)/static' \(words)")
    }

    private func files(below name: String) throws -> [String] {
        try Wardline.shell("find . -type f -o -type l | sort", in: folder.appending(path: name)).output.split(
            separator: "\n"
        ).map(String.init)
    }

    @Test(.enabled(if: OutsideTool.areHere("make"), "make is not installed"))
    func `what is installed is whole, and uninstalling leaves what was there before`() throws {
        try madeDistribution()
        let root = folder.appending(path: "root")
        let before = root.appending(path: "opt/x/share/man/man1/other.1")
        try FileManager.default.createDirectory(
            at: before.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("another's".utf8).write(to: before)
        let words = "DESTDIR='\(root.path)' PREFIX=/opt/x"
        let outcome = try make("install \(words)")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let installed = Set(try files(below: "root"))
        for name in [
            "bin/wardline", "share/man/man1/wardline.1.gz", "share/man/man1/wardline-boundaries-check.1.gz",
            "share/bash-completion/completions/wardline", "share/zsh/site-functions/_wardline",
            "share/fish/vendor_completions.d/wardline.fish", "share/doc/wardline/README.md",
            "share/doc/wardline/copyright", "share/doc/wardline/Docs/first-audit.md",
            "share/doc/wardline/examples/SampleData/requests.csv",
            "share/doc/wardline/examples/Boundaries/council-districts.geojson",
        ] {
            #expect(installed.contains("./opt/x/\(name)"), "\(name)")
        }
        #expect(try Wardline.shell("test -x root/opt/x/bin/wardline", in: folder).status == 0)
        // Each page that a help names is there to be read.
        let manual = try FileManager.default.contentsOfDirectory(
            atPath: Wardline.package.appending(path: "Docs").path)
        for page in manual where page.hasSuffix(".md") {
            #expect(installed.contains("./opt/x/share/doc/wardline/Docs/\(page)"), "\(page)")
        }
        let removed = try make("uninstall \(words)")
        #expect(removed.status == 0, "\(removed.errors)")
        #expect(try files(below: "root") == ["./opt/x/share/man/man1/other.1"])
    }

    @Test(.enabled(if: OutsideTool.areHere("make"), "make is not installed"))
    func `without what is to be installed make says what comes first`() throws {
        let outcome = try make("install DESTDIR='\(folder.path)/root'")
        #expect(outcome.status != 0)
        #expect((outcome.output + outcome.errors).contains("make dist comes first"))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "root").path))
    }

    @Test(
        .enabled(
            if: OutsideTool.areHere("make", "dpkg-shlibdeps", "dpkg-deb"), "make or dpkg-dev is not installed"
        ))
    func `the package names its libraries and data, and holds what is installed`() throws {
        try madeDistribution()
        let root = folder.appending(path: "root").path
        #expect(try make("install DESTDIR='\(root)' PREFIX=/usr").status == 0)
        let installed = try files(below: "root")
        let made = try Wardline.shell("./.ci/make-deb '\(root)' 1.2.3 '\(folder.path)/w.deb'")
        #expect(made.status == 0, "\(made.errors)")
        let fields = try Wardline.shell("dpkg-deb --field w.deb", in: folder).output
        #expect(fields.contains("Version: 1.2.3") && fields.contains("libc6"))
        for package in ["proj-data", "fonts-dejavu-extra", "libjs-leaflet", "tzdata"] {
            #expect(fields.contains(package), "\(package)")
        }
        let list = try Wardline.shell("dpkg-deb --fsys-tarfile w.deb | tar -tf - | grep -v '/$'", in: folder)
        #expect(list.output.split(separator: "\n").map(String.init).sorted() == installed)
    }
}
