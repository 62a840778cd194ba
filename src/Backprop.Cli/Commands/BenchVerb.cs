using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Backprop.Kernel;
using Spectre.Console;

namespace Backprop.Cli.Commands;

/// <summary><c>bench kernel</c>: this kernel and Python's, measured side by side in one run.</summary>
internal static class BenchVerb
{
    private const string Ours = "backprop", Peer = "ipykernel";

    public static Command Create()
    {
        var json = new Option<string?>("--json") { Description = "Also writes the table as JSON." };
        var rounds = new Option<int>("--rounds") { Description = "How often each is measured.", DefaultValueFactory = _ => 3 };
        var python = new Option<string>("--python")
        {
            Description = "The Python that has jupyter_client and ipykernel.",
            DefaultValueFactory = _ => "/usr/bin/python3",
        };
        var kernel = new Command("kernel", "Measures the Jupyter kernel beside ipykernel, in one run.") { json, rounds, python };
        kernel.SetAction(parsed => Run(parsed.GetValue(python)!, parsed.GetValue(rounds), parsed.GetValue(json)));
        return new Command("bench", "Measures side by side.") { kernel };
    }

    private static int Run(string python, int rounds, string? json)
    {
        // A data folder of its own: what the user has installed stays as it is.
        string folder = Directory.CreateTempSubdirectory("backprop-bench-").FullName;
        try
        {
            if (PublishedTool.Prepare() is not { } tool)
                return ExitCode.Failed;
            string[] command = [Clone.Dotnet, tool, "kernel", "run", "--connection-file", "{connection_file}"];
            new KernelSpecs(folder).Install(new KernelSpec(KernelSpec.DefaultName, "C# (Backprop)", command));
            if (Measure(python, rounds, folder) is not { } rows)
                return ExitCode.Failed;
            Print(rows);
            if (json is not null)
                File.WriteAllText(json, rows.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
            return ExitCode.Fine;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Runs the script: <c>[{"workload", "unit", "ours", "peer", "ratio"}]</c>, ratio above 1 = ahead.</summary>
    private static JsonArray? Measure(string python, int rounds, string folder)
    {
        string script = Path.Combine(Clone.Root!, "tests", "Benchmarks", "Kernel", "kernel_bench.py");
        var start = new ProcessStartInfo(python,
            [script, rounds.ToString(CultureInfo.InvariantCulture), $"{Ours}={KernelSpec.DefaultName}", $"{Peer}=python3"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["JUPYTER_DATA_DIR"] = folder;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Messages.Error($"{python} could not measure (above). It needs jupyter_client and ipykernel: apt install jupyter-notebook.");
            return null;
        }
        var found = new OrderedDictionary<string, (string Unit, double Ours, double Peer)>();
        foreach (string line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonNode row = JsonNode.Parse(line)!;
            string measure = row["measure"]!.GetValue<string>();
            double value = row["value"]!.GetValue<double>();
            found.TryGetValue(measure, out (string Unit, double Ours, double Peer) before);
            string unit = row["unit"]!.GetValue<string>();
            found[measure] = row["kernel"]!.GetValue<string>() == Ours ? (unit, value, before.Peer) : (unit, before.Ours, value);
        }
        return new JsonArray([.. found.Select(row => (JsonNode)new JsonObject
        {
            ["workload"] = row.Key,
            ["unit"] = row.Value.Unit,
            ["ours"] = row.Value.Ours,
            ["peer"] = row.Value.Peer,
            ["ratio"] = row.Value.Ours > 0 ? row.Value.Peer / row.Value.Ours : null,
        })]);
    }

    private static void Print(JsonArray rows)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple)
            .AddColumns(new TableColumn("measure"), Right(Ours), Right(Peer), Right("ours / peer"));
        foreach (JsonNode? row in rows)
        {
            double ours = row!["ours"]!.GetValue<double>(), peer = row["peer"]!.GetValue<double>();
            table.AddRow(row["workload"]!.GetValue<string>(), Figure(ours, row), Figure(peer, row),
                string.Create(CultureInfo.InvariantCulture, $"{ours / peer:0.00}"));
        }
        AnsiConsole.Write(table);
    }

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned();

    private static string Figure(double value, JsonNode row) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {row["unit"]!.GetValue<string>()}").TrimEnd();
}
