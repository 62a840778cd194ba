using Backprop.Display;

namespace Backprop;

/// <summary><c>#!device</c>, <c>#!device cpu</c></summary>
internal static class DeviceDirective
{
    private const string Name = "device";

    public static Directive Create() => new("#!device", "says or changes where new tensors are computed", Run)
    {
        Arguments = [DirectiveOption.Of<string>(Name, "without it, the device of now is shown")
            with { Choices = ["cpu", "reference", "gpu", "opencl", "cuda"] }],
    };

    private static Task Run(DirectiveCall call)
    {
        if (call.Has(Name))
            Device.Default = Find(call.Get<string>(Name).ToLowerInvariant());
        Show.display($"New tensors are computed on {Device.Default.Name}: {Device.Default.Description}");
        return Task.CompletedTask;
    }

    private static Device Find(string name)
    {
        string[] tried = name == "gpu" ? ["cuda", "opencl"] : [name];
        string why = "";
        foreach (string one in tried)
        {
            try
            {
                if (Device.Find(one) is { } device)
                    return device;
                why = $"this machine has no {name}";
            }
            catch (ArgumentException)
            {
                why = why.Length > 0 ? why : $"no library for {name} is loaded in this session";
            }
        }
        throw new DirectiveException($"There is no device {name}: {why}. #!device cpu is always there.", Name);
    }
}
