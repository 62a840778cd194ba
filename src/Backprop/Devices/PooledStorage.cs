using System.Diagnostics.CodeAnalysis;

namespace Backprop;

/// <summary>Memory from the <see cref="Pool"/>, 64-byte aligned. Goes back by hand, or when nobody holds it.</summary>
internal sealed unsafe class PooledStorage : HostStorage
{
    internal PooledStorage(Device device, long bytes)
        : base(device, bytes, Pool.Rent(bytes))
    {
    }

    ~PooledStorage() => Return(byHand: false);

    [SuppressMessage("Usage", "CA1816", Justification = "Release is a Dispose that learners never call.")]
    internal override void Release()
    {
        Return(byHand: true);
        GC.SuppressFinalize(this);
    }

    private void Return(bool byHand)
    {
        byte* address = TakeAddress();
        if (address is not null)
            Pool.Return(address, Bytes, byHand);
    }
}
