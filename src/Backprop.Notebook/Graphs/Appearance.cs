namespace Backprop.Graphs;

/// <summary>When a text appears, for a reader who goes step by step.</summary>
internal enum Appearance
{
    /// <summary>It is there from the beginning.</summary>
    Always,

    /// <summary>With the node's value.</summary>
    Forward,

    /// <summary>With the node's gradient.</summary>
    Backward,
}
