namespace Backprop.Kernel;

/// <summary>
/// The first 64 bytes of each side: signature (10), version (2), mechanism (20), whether this side is the server of the
/// mechanism (1), filler (31).
/// </summary>
internal static class Greeting
{
    /// <summary>The length in bytes.</summary>
    public const int Size = 64;

    private const int SignatureSize = 10;
    private const int MechanismStart = 12;
    private const int MechanismSize = 20;

    private static ReadOnlySpan<byte> Null => "NULL"u8;

    /// <summary>What this side sends: version 3.1, mechanism NULL.</summary>
    public static byte[] Own()
    {
        byte[] greeting = new byte[Size];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        (greeting[10], greeting[11]) = (3, 1);
        Null.CopyTo(greeting.AsSpan(MechanismStart));
        return greeting;
    }

    /// <summary>Reads the peer's greeting and checks each part as soon as it is there.</summary>
    /// <returns>The peer's version.</returns>
    /// <exception cref="ZmtpException">The peer speaks something else.</exception>
    /// <exception cref="EndOfStreamException">The peer has left: it only looked whether somebody listens.</exception>
    public static async ValueTask<Version> ReadAsync(Stream stream, CancellationToken stop)
    {
        byte[] greeting = new byte[Size];
        // A peer of another protocol may send less than 64 bytes and wait: so look as soon as the signature is there.
        await FillAsync(stream, greeting.AsMemory(0, SignatureSize), stop);
        if (greeting[0] != 0xFF || (greeting[9] & 1) == 0)
            throw new ZmtpException("The greeting is not ZMTP's.");
        await FillAsync(stream, greeting.AsMemory(SignatureSize, 2), stop);
        var version = new Version(greeting[10], greeting[11]);
        if (version.Major < 3)
            throw new ZmtpException($"The peer speaks ZMTP {version}; 3.0 or later is needed.");
        await FillAsync(stream, greeting.AsMemory(MechanismStart), stop);
        ReadOnlySpan<byte> mechanism = greeting.AsSpan(MechanismStart, MechanismSize).TrimEnd((byte)0);
        return mechanism.SequenceEqual(Null)
            ? version
            : throw new ZmtpException("The peer asks for a security mechanism other than NULL.");
    }

    private static ValueTask FillAsync(Stream stream, Memory<byte> part, CancellationToken stop) =>
        stream.ReadExactlyAsync(part, stop);
}
