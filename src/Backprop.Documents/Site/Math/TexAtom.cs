using System.Xml.Linq;

namespace Backprop.Documents;

/// <summary>What stands in a formula, as far as its neighbours and its scripts care.</summary>
internal enum AtomKind
{
    /// <summary>A letter, a number, a fraction, a group.</summary>
    Ordinary,

    /// <summary>A sign between two things, or an opening bracket: a minus after it is no difference.</summary>
    Sign,

    /// <summary>A closing bracket.</summary>
    Close,

    /// <summary>The name of a function, such as sin.</summary>
    Function,

    /// <summary>A sum, a product, a limit: its scripts stand below and above.</summary>
    Limits,

    /// <summary>Space.</summary>
    Space,
}

/// <summary>One thing in a formula.</summary>
internal readonly record struct TexAtom(XElement Element, AtomKind Kind = AtomKind.Ordinary);
