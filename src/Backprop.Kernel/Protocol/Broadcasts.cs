using System.Text.Json.Nodes;

namespace Backprop.Kernel;

// What the kernel tells all clients, and what it asks one of them, by message type.

/// <summary><c>status</c>.</summary>
internal sealed record StatusContent(string ExecutionState);

/// <summary><c>execute_input</c>.</summary>
internal sealed record ExecuteInput(string Code, int ExecutionCount);

/// <summary><c>stream</c>.</summary>
internal sealed record StreamContent(string Name, string Text);

/// <summary><c>display_data</c> and <c>update_display_data</c>.</summary>
internal sealed record DisplayContent(MimeData Data, JsonObject Metadata, JsonObject Transient);

/// <summary><c>execute_result</c>.</summary>
internal sealed record ExecuteResult(int ExecutionCount, MimeData Data, JsonObject Metadata);

/// <summary><c>error</c>.</summary>
internal sealed record ErrorContent(string Ename, string Evalue, IReadOnlyList<string> Traceback);

/// <summary><c>clear_output</c>.</summary>
internal sealed record ClearContent(bool Wait);

/// <summary><c>comm_msg</c> and <c>comm_close</c>.</summary>
internal sealed record CommContent(string CommId, JsonObject Data);

/// <summary><c>iopub_welcome</c>.</summary>
internal sealed record WelcomeContent(string Subscription);

/// <summary><c>input_request</c>.</summary>
internal sealed record InputRequest(string Prompt, bool Password);
