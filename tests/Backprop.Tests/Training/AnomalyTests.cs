using static Backprop.Tests.Numbers;

namespace Backprop.Tests;

[Collection(nameof(Seeded))]
public class AnomalyTests
{
    [Fact]
    public void The_layer_and_the_operation_are_named_where_the_loss_stopped_being_a_number()
    {
        Sequential net = [new Linear(2, 3) { Weight = [[1, 0], [0, 1], [1, 1]], Bias = [0, 0, 0] }, x => x.Log(), new Linear(3, 1)];
        string message = Message(net, Tensor.From([1f, 2, -1, 4], [2, 2]));
        Assert.Equal("The loss is NaN in epoch 1, step 1. It appeared first in layer 1 (Function), after 0.bias: Log gave NaN in 1 of 6 numbers, "
            + "from numbers between −1 and 4. Look for log(0), 0/0, √0 and exp of large numbers there.", message);
    }

    [Fact]
    public void In_a_module_of_ones_own_the_parameter_shows_the_place()
    {
        string message = Message(new Own(), Tensor.Ones(2, 2));
        Assert.Contains("It appeared first in Own, after second.bias: Divide gave ∞ in 2 of 2 numbers", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_inputs_and_parameters_that_were_lost_before_are_told_as_such()
    {
        var net = new Linear(2, 1);
        Assert.Contains("The inputs of this batch hold NaN, first in its row 1. Clean the data.",
            Message(net, Tensor.From([1, 2, float.NaN, 4], [2, 2])), StringComparison.Ordinal);
        string lost = MessageOf<NotFiniteNumberException>(() => new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters) { LearningRate = 1e30 },
            Loss = Functional.Mse,
            DetectAnomaly = true,
        }.Fit(Tensor.Ones(4, 2), Tensor.Ones(4, 1), epochs: 9, batchSize: 2));
        Assert.Matches(@"^The loss is (NaN|∞) in epoch \d, step \d\. .*(Lower the learning rate|It appeared first in the loss)", lost);
    }

    [Fact]
    public void The_loss_itself_can_be_the_place()
    {
        Sequential net = [new Linear(2, 1) { Weight = [[0, 0]], Bias = [0] }];
        var trainer = new Trainer { Model = net, Optimizer = new Sgd(net.Parameters), Loss = (p, t) => -p.Log().Mean(), DetectAnomaly = true };
        string message = MessageOf<NotFiniteNumberException>(() => trainer.Fit(Tensor.Ones(2, 2), Tensor.Ones(2, 1), 1));
        Assert.Contains("The loss is ∞", message, StringComparison.Ordinal);
        Assert.Contains("first in the loss, after 0.bias: Log gave −∞", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Looking_changes_nothing_and_without_it_the_training_goes_on()
    {
        Sequential net = [new Linear(2, 1), x => x.Log()];
        History history = new Trainer { Model = net, Optimizer = new Sgd(net.Parameters), Loss = Functional.Mse }
            .Fit(-Tensor.Ones(2, 2) * 100, Tensor.Ones(2, 1), epochs: 2);
        Assert.Equal(2, history.Losses.Count);
    }

    private static string Message(Module net, Tensor x)
    {
        var before = RandomState.Now;
        string message = MessageOf<NotFiniteNumberException>(() => new Trainer
        {
            Model = net,
            Optimizer = new Sgd(net.Parameters),
            Loss = Functional.Mse,
            DetectAnomaly = true,
        }.Fit(x, Tensor.Ones(x.Shape[0], 1), epochs: 1, batchSize: null));
        Assert.Equal(before, RandomState.Now);
        return message;
    }

    private sealed class Own : Module
    {
        public Linear First { get; } = new(2, 2);

        public Linear Second { get; } = new(2, 1);

        public override Tensor Forward(Tensor x)
        {
            Tensor y = Second.Forward(First.Forward(x));
            return 1 / (y - y);
        }
    }
}
