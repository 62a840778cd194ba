using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Backprop;

/// <summary>
/// Memory of this computer. Up to <see cref="Small"/> bytes an ordinary array, which dies young and costs 20 ns;
/// above that a <see cref="PooledStorage"/>.
/// </summary>
internal unsafe class HostStorage : Storage
{
    /// <summary>Up to here an array is cheaper than the pool's lock and finalizer.</summary>
    internal const int Small = 2048;

    private byte[]? array;
    private byte* address;

    private HostStorage(Device device, int bytes)
        : base(device, bytes) => array = new byte[bytes];

    private protected HostStorage(Device device, long bytes, byte* address)
        : base(device, bytes) => this.address = address;

    internal static HostStorage Allocate(Device device, long bytes) =>
        bytes <= Small ? new HostStorage(device, (int)bytes) : new PooledStorage(device, bytes);

    /// <summary>The first byte. Pin it (<c>fixed</c>) while its address is used, and keep the storage alive: only an
    /// array is held by its address.</summary>
    /// <exception cref="ObjectDisposedException">The memory went back.</exception>
    internal ref byte Start
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (array is not null)
                return ref MemoryMarshal.GetArrayDataReference(array);
            if (address is null)
                Throw();
            return ref *address;
        }
    }

    internal override bool IsReleased => array is null && address is null;

    /// <summary>All elements, for plain loops.</summary>
    internal Span<T> Elements<T>() where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Start), checked((int)(Bytes / sizeof(T))));

    internal override void Release() => array = null;

    /// <summary>The pooled memory, which this storage forgets; null the second time.</summary>
    private protected byte* TakeAddress()
    {
        byte* taken = address;
        address = null;
        return taken;
    }

    [DoesNotReturn]
    private static void Throw() => throw Freed();
}
