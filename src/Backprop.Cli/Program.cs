using Backprop.Cli;

return await CommandLine.RunAsync(args);
