using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Backprop;

/// <summary>Memory of this computer, shared by the devices that compute on it.</summary>
internal class HostStorage : Storage
{
    private byte[]? array;

    internal HostStorage(Device device, long bytes)
        : base(device, bytes) => array = new byte[bytes];

    /// <summary>The first byte; pin it (<c>fixed</c>) for as long as an address is used.</summary>
    /// <exception cref="ObjectDisposedException">The memory went back.</exception>
    internal ref byte Start
    {
        get
        {
            if (array is null)
                Throw();
            return ref MemoryMarshal.GetArrayDataReference(array!);
        }
    }

    /// <summary>All elements, for plain loops.</summary>
    internal Span<T> Elements<T>() where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Start), (int)(Bytes / Unsafe.SizeOf<T>()));

    internal override bool IsReleased => array is null;

    internal override void Release() => array = null;

    [DoesNotReturn]
    private static void Throw() => throw Freed();
}
