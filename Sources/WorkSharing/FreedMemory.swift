#if canImport(Glibc)
    import CAllocator
#endif

/// Memory that was freed and that the allocator keeps for what comes next.
package enum FreedMemory {
    /// Gives it back to the system, so that the next step of long work does not come on top of what the one before took at times.
    /// Takes milliseconds; where the allocator has no such call this does nothing.
    package static func giveBack() {
        #if canImport(Glibc)
            _ = malloc_trim(0)
        #endif
    }
}
