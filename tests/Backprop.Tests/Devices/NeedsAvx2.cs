using Xunit.Abstractions;
using Xunit.Sdk;

namespace Backprop.Tests;

/// <summary>
/// On a class: its <see cref="DeviceFactAttribute"/> and <see cref="DeviceTheoryAttribute"/> tests are skipped, with
/// this reason, where loops cannot be emitted. Tests inherited from a contract know only at run time whose they are, so
/// a plain Skip will not do.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAvx2Attribute : Attribute
{
    internal const string Reason = "This processor has no AVX2 (or it is switched off), so no loops are emitted.";

    internal static bool IsMissing(ITestMethod test) =>
        test.TestClass.Class.GetCustomAttributes(typeof(NeedsAvx2Attribute)).Any() && !Lanes.IsSupported(256);
}

[XunitTestCaseDiscoverer("Backprop.Tests.DeviceFactDiscoverer", "Backprop.Tests")]
public sealed class DeviceFactAttribute : FactAttribute;

[XunitTestCaseDiscoverer("Backprop.Tests.DeviceTheoryDiscoverer", "Backprop.Tests")]
public sealed class DeviceTheoryAttribute : TheoryAttribute;

public sealed class DeviceFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        NeedsAvx2Attribute.IsMissing(testMethod)
            ? new SkippedTestCase(DiagnosticMessageSink, testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class DeviceTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        NeedsAvx2Attribute.IsMissing(testMethod)
            ? [new SkippedTestCase(DiagnosticMessageSink, testMethod)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

public sealed class SkippedTestCase : XunitTestCase
{
    [Obsolete("Called when the runner brings a test case back from its text.")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(IMessageSink sink, ITestMethod test)
        : base(sink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, test)
    {
    }

    protected override string GetSkipReason(IAttributeInfo factAttribute) => NeedsAvx2Attribute.Reason;
}
