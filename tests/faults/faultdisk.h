#pragma once

// A disk that fails on demand: a VFS of SQLite between the databases of this process and the
// system's. It counts writes, truncations and syncs while it is armed, lets the n-th fail, and can
// lose power: then everything that was written since the last sync of each file is undone on the
// real files, as if it had only been in the system's memory. Syncs are not passed on: what is safe
// is what this class says, and that is a thousand times faster.
class FaultDisk {
public:
    enum class Fault {
        WriteOnce, // one call fails, the next ones work
        Broken, // it and all later ones fail
        Full, // writes fail as on a full disk until heal()
        PowerLoss, // nothing works any more; unsynced writes are lost by restore()
        TornPowerLoss, // the same, but the first half of the unsynced writes has survived
    };

    // Registers the VFS as the default of this process, once; databases opened earlier are not
    // concerned.
    static FaultDisk &instance();

    void arm(Fault fault, int at); // 0: never, only counts
    void strike(Fault fault); // now, whatever was armed
    int calls() const; // since arm()
    bool struck() const; // the fault has happened
    // Databases that are opened to be read only wait after some pages until they are let go.
    void holdReaders(bool held);
    bool hasHeldReader() const;
    int readers() const; // opened since they were last held
    int readerReads() const; // of them
    void heal(); // from now on everything works; after a power loss use restore()
    // heal(), and after a power loss, with all databases closed, the files become what the medium
    // holds.
    void restore();

    struct State; // shared with the C functions

private:
    FaultDisk();
    State *d;
};
