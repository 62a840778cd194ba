namespace Backprop.Ops;

/// <summary>What numbers an elementwise op takes and gives.</summary>
internal enum Domain : byte
{
    /// <summary>Real numbers: int32 and bool become float32 first, as in a / b or exp(x).</summary>
    Reals,
    /// <summary>Any numbers: int32 stays int32, bool counts as int32.</summary>
    Numbers,
    /// <summary>Takes anything and gives true or false. Nothing flows back.</summary>
    Truth,
}
