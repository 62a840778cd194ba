namespace Backprop.Kernel;

// Install/: makes a kernel known to Jupyter: the folders where it looks, and the kernelspec that it reads there.

/// <summary>The folders in which Jupyter looks for kernels, as its documentation gives them.</summary>
public static class JupyterFolders
{
    /// <summary>The data folder of this user: <c>JUPYTER_DATA_DIR</c>, or the system's usual place.</summary>
    public static string User()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } chosen)
            return chosen;
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        if (OperatingSystem.IsMacOS())
            return Path.Combine(home, "Library", "Jupyter");
        return Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    /// <summary>The data folder below a prefix such as <c>/usr/local</c> or a virtual environment.</summary>
    public static string Below(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter");

    /// <summary>The prefix of the Python environment that Jupyter runs in: the active virtual or Conda environment, else
    /// the one of the <c>jupyter</c> that the path finds; null where there is none.</summary>
    public static string? SystemPrefix()
    {
        if ((Variable("VIRTUAL_ENV") ?? Variable("CONDA_PREFIX")) is { } environment)
            return environment;
        return Program("jupyter") is { } found ? Path.GetDirectoryName(Path.GetDirectoryName(found)) : null;
    }

    /// <summary>A program that the path finds, such as <c>jupyter-lab</c>; null where there is none.</summary>
    public static string? Program(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return Split(Variable("PATH")).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>All data folders, in the order in which Jupyter asks them.</summary>
    public static IReadOnlyList<string> All()
    {
        var folders = new List<string>(Split(Variable("JUPYTER_PATH"))) { User() };
        if (SystemPrefix() is { } prefix)
            folders.Add(Below(prefix));
        if (OperatingSystem.IsWindows())
            folders.Add(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter"));
        else
            folders.AddRange(["/usr/local/share/jupyter", "/usr/share/jupyter"]);
        return [.. folders.Select(Path.TrimEndingDirectorySeparator).Distinct()];
    }

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string[] Split(string? paths) =>
        (paths ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
