using System.Buffers.Binary;
using System.Text;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Zmtp;

/// <summary>Frames and commands as bytes, written by hand from the protocol's specification.</summary>
internal static class Bytes
{
    /// <summary>A greeting of version 3.</summary>
    public static byte[] Greeting(byte minor = 1, string mechanism = "NULL", byte major = 3) =>
    [
        0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, major, minor,
        .. Encoding.ASCII.GetBytes(mechanism.PadRight(20, '\0')), .. new byte[32],
    ];

    /// <summary>READY with a socket type and an identity.</summary>
    public static byte[] Ready(string type = "DEALER", string identity = "", string name = "Socket-Type") =>
        Command("READY", [.. Property(name, type), .. identity == "" ? [] : Property("Identity", identity)]);

    /// <summary>A frame of a message.</summary>
    public static byte[] Frame(string body, bool more = false) => Frame(Encoding.UTF8.GetBytes(body), more);

    /// <summary>A frame of a message.</summary>
    public static byte[] Frame(byte[] body, bool more = false, bool isLong = false) =>
        body.Length < 256 && !isLong
            ? [(byte)(more ? 1 : 0), (byte)body.Length, .. body]
            : [(byte)(more ? 3 : 2), .. Length(body.Length), .. body];

    /// <summary>A command.</summary>
    public static byte[] Command(string name, byte[] data) =>
        [4, (byte)(1 + name.Length + data.Length), (byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data];

    /// <summary>Eight bytes, the largest first.</summary>
    public static byte[] Length(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>A message of text frames.</summary>
    public static ZmtpMessage Message(params string[] frames) =>
        new([.. frames.Select(f => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f))]);

    /// <summary>The frames of a message as text.</summary>
    public static string[] Texts(this ZmtpMessage message) =>
        [.. message.Frames.Select(f => Encoding.UTF8.GetString(f.Span))];

    /// <summary>The next message, which must come.</summary>
    public static Task<ZmtpMessage> NextAsync(this ClientSocket client) =>
        client.ReceiveAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>The next message, which must come.</summary>
    public static async Task<ZmtpMessage> NextAsync(this RouterSocket router) =>
        (await router.ReceiveAsync(default).AsTask().WaitAsync(TimeSpan.FromSeconds(60))).Message;

    private static byte[] Property(string name, string value) =>
    [
        (byte)name.Length, .. Encoding.ASCII.GetBytes(name),
        .. Length(value.Length)[4..], .. Encoding.ASCII.GetBytes(value),
    ];
}
