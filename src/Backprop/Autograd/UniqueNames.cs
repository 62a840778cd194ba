using System.Globalization;

namespace Backprop;

/// <summary>Gives each node of a graph a name of its own: a second <c>+</c> becomes <c>+₂</c>.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> taken = [];
    private readonly Dictionary<string, int> count = [];

    /// <summary>The wished name, with a number where it is taken already.</summary>
    /// <param name="wish">The name to start from.</param>
    /// <param name="numbered">True: the first one carries a number too (<c>x₁</c>).</param>
    public string Make(string wish, bool numbered = false)
    {
        string name;
        do
        {
            int number = count[wish] = count.GetValueOrDefault(wish) + 1;
            name = number == 1 && !numbered ? wish : wish + Subscript(number);
        }
        while (!taken.Add(name));
        return name;
    }

    private static string Subscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + (digit - '0'))));
}
