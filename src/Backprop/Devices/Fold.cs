namespace Backprop;

/// <summary>How <see cref="Device.Columns"/> joins the rows.</summary>
public enum Fold : byte
{
    /// <summary>The sum; 0 over no rows.</summary>
    Sum,
    /// <summary>The largest; −∞ over no rows, NaN if one of them is.</summary>
    Max,
}
