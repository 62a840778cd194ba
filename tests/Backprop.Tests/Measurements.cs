namespace Backprop.Tests;

/// <summary>The test assembly as a program: measurements that need a process of their own.</summary>
internal static class Measurements
{
    private static int Main(string[] args)
    {
        if (args is ["memory" or "memory-of-trainer", var steps])
        {
            MemoryOfSteps.Print(
                int.Parse(steps, System.Globalization.CultureInfo.InvariantCulture), byTrainer: args[0] != "memory");
            return 0;
        }
        if (args is ["train", var folder])
        {
            KilledTraining.Run(folder);
            return 0;
        }
        Console.Error.WriteLine("Usage: memory STEPS, memory-of-trainer STEPS, train FOLDER. The tests themselves run with dotnet test.");
        return 2;
    }
}
