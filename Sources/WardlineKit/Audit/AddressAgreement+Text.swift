package import Locating
import Records

extension AddressAgreement {
    /// Says that the addresses seem to be those of something else than the requests.
    package var doubt: String {
        "The column of addresses is doubtful: of \(NumberText.count(compared)) recorded positions \(NumberText.count(apart)) lie more than"
            + " \(NumberText.count(Int(Self.another))) m from the address beside them, as homes of who reported would. Whatever rests on"
            + " addresses here is to be doubted: they accuse no request, and no repair by them is certain"
    }
}
