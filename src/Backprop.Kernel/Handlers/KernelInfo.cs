using System.Reflection;

namespace Backprop.Kernel;

// Handlers/: what each type of request does. A new one is a method here and a line in KernelHandlers.

/// <summary>Who this kernel is.</summary>
internal static class KernelInfo
{
    private static readonly string Own = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>The answer to <c>kernel_info_request</c>.</summary>
    public static KernelInfoReply Reply { get; } = new(
        WireFormat.Version,
        "backprop",
        typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? Own,
        new LanguageInfo("C#", "14.0", "text/x-csharp", ".cs", "csharp", "text/x-csharp"),
        $"Backprop {Own}: C# on .NET {Environment.Version}",
        [
            new HelpLink("C# language reference", "https://learn.microsoft.com/dotnet/csharp/language-reference/"),
            new HelpLink(".NET API browser", "https://learn.microsoft.com/dotnet/api/"),
        ],
        []);
}
