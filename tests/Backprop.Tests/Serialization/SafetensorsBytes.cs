using System.Text;

namespace Backprop.Tests.Serialization;

/// <summary>Files written by hand, byte by byte as the format's specification says.</summary>
internal static class SafetensorsBytes
{
    /// <summary>The header's length, the header, the data.</summary>
    internal static byte[] Of(string header, params byte[] data) => Of(header, (ulong)Encoding.UTF8.GetByteCount(header), data);

    /// <summary>The same with a length of one's own.</summary>
    internal static byte[] Of(string header, ulong length, params byte[] data) =>
        [.. BitConverter.GetBytes(length), .. Encoding.UTF8.GetBytes(header), .. data];

    /// <summary>One tensor x.</summary>
    internal static string Header(string type, string shape, long begin, long end) =>
        $"{{\"x\":{{\"dtype\":\"{type}\",\"shape\":{shape},\"data_offsets\":[{begin},{end}]}}}}";
}
