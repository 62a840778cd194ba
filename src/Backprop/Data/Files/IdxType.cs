namespace Backprop;

/// <summary>How an IDX file holds its numbers. The values are the format's own codes.</summary>
public enum IdxType
{
    /// <summary>0 to 255, one byte: pixels and labels.</summary>
    UInt8 = 0x08,
    /// <summary>−128 to 127, one byte.</summary>
    Int8 = 0x09,
    /// <summary>Two bytes with a sign.</summary>
    Int16 = 0x0B,
    /// <summary>Four bytes with a sign.</summary>
    Int32 = 0x0C,
    /// <summary>Single precision.</summary>
    Float32 = 0x0D,
    /// <summary>Double precision.</summary>
    Float64 = 0x0E,
}
