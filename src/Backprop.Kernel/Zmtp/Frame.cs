namespace Backprop.Kernel;

/// <summary>A frame as it was received.</summary>
/// <param name="Flags">What kind of frame it is.</param>
/// <param name="Body">Its content.</param>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    /// <summary>Whether it tells something about the connection, rather than being part of a message.</summary>
    public bool IsCommand => Flags.HasFlag(FrameFlags.Command);

    /// <summary>Whether the message goes on in the next frame.</summary>
    public bool HasMore => Flags.HasFlag(FrameFlags.More);
}

/// <summary>The first byte of a frame. All other bits are reserved and must be zero.</summary>
[Flags]
internal enum FrameFlags : byte
{
    /// <summary>The last frame of a message, with a length of one byte.</summary>
    None = 0,

    /// <summary>Another frame of the same message follows.</summary>
    More = 1,

    /// <summary>The length has eight bytes in place of one.</summary>
    Long = 2,

    /// <summary>The frame is a command.</summary>
    Command = 4,
}
