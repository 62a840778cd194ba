namespace Backprop.System.Tests;

/// <summary>A folder that goes with its test. Its name has a space and a letter beyond ASCII, as users' folders do.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = global::System.IO.Path.Combine(global::System.IO.Path.GetTempPath(), $"course é {Guid.NewGuid():N}");
        Directory.CreateDirectory(Path);
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>A path in the folder.</summary>
    public string this[string name] => global::System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, string content)
    {
        Directory.CreateDirectory(global::System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], content);
        return this[name];
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may hold a file; the system's temporary folder is cleaned anyway.
        }
    }
}
