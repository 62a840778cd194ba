using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

/// <summary>What an error must tell.</summary>
internal static class Complaint
{
    /// <summary>The action fails, and the message, one line, says this.</summary>
    internal static void Says<T>(string fragment, Action action)
        where T : Exception
    {
        string told = MessageOf<T>(action);
        Assert.Contains(fragment, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }
}
