using System.Security.Cryptography;
using System.Text;

namespace Backprop.Kernel;

/// <summary>
/// Signs messages by HMAC-SHA256 with the key of the connection file, and checks signatures. A signature that was seen
/// before is that of a replayed message. Without a key nothing is signed and nothing checked.
/// </summary>
internal sealed class Signer(string key)
{
    private const int MostRemembered = 1 << 16;

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);
    private readonly Lock gate = new();
    private readonly HashSet<UInt128> seen = [];
    private readonly Queue<UInt128> order = [];

    /// <summary>The signature of the four parts of a message, in hexadecimal; empty without a key.</summary>
    public byte[] Sign(params ReadOnlySpan<ReadOnlyMemory<byte>> parts) =>
        key.Length == 0 ? [] : Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Hash(parts)));

    /// <summary>Checks a signature, and remembers it.</summary>
    /// <exception cref="MessageException">It is wrong, or was used before.</exception>
    public void Check(ReadOnlySpan<byte> signature, params ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        if (key.Length == 0)
            return;
        byte[] hash = Hash(parts);
        byte[] given = new byte[hash.Length];
        bool isHex = Convert.FromHexString(signature, given, out int read, out int written) == default
            && read == signature.Length && written == hash.Length;
        if (!CryptographicOperations.FixedTimeEquals(hash, given) || !isHex)
            throw new MessageException("A message has a wrong signature.");
        Remember(BitConverter.ToUInt128(hash));
    }

    private void Remember(UInt128 signature)
    {
        lock (gate)
        {
            if (!seen.Add(signature))
                throw new MessageException("A message came a second time.");
            order.Enqueue(signature);
            if (order.Count > MostRemembered)
                seen.Remove(order.Dequeue());
        }
    }

    private byte[] Hash(ReadOnlySpan<ReadOnlyMemory<byte>> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (ReadOnlyMemory<byte> part in parts)
            hash.AppendData(part.Span);
        return hash.GetHashAndReset();
    }
}
