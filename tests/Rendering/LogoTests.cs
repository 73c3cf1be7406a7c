using Cycle.Rendering.Drawing.Vector;

namespace Cycle.Rendering.Tests;

public sealed class LogoTests
{
    [Fact]
    public void Picture_HasItsShapes_FromEveryElement()
    {
        var picture = SvgReader.Read(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 30 40"><title>x</title>
              <g fill="#FF0000"><rect x="10" y="20" width="30" height="40"/><circle cx="25" cy="40" r="5" fill="#00FF00"/></g>
              <polygon points="10,20 40,20 40,60"/><path d="M10 20h30v40H10z" fill="none"/>
            </svg>
            """);
        (picture.Width, picture.Height).ShouldBe((30, 40));
        picture.Shapes.Select(shape => shape.Ink.Red).ShouldBe([1, 0, 0]);
        picture.Shapes[0].Steps.Select(step => (step.Kind, step.X, step.Y)).Take(3)
            .ShouldBe([(PathStepKind.Move, 0, 0), (PathStepKind.Line, 30, 0), (PathStepKind.Line, 30, 40)]);
    }

    [Fact]
    public void Shape_IsPaintedAsTheElementsAroundItSay_UpToTheRoot()
    {
        const string rect = "<rect width=\"1\" height=\"1\"/>";
        var picture = SvgReader.Read(
            $"<svg viewBox=\"0 0 1 1\" fill=\"#0000FF\">{rect}<g fill-rule=\"evenodd\">{rect}<g fill=\"#FF0000\">{rect}{rect.Replace("/>", " fill-rule=\"nonzero\"/>")}</g></g></svg>");

        picture.Shapes.Select(shape => (shape.Ink.Red, shape.Ink.Blue, shape.IsEvenOdd))
            .ShouldBe([(0, 1, false), (0, 1, true), (1, 0, true), (1, 0, false)]);
    }

    [Theory]
    [InlineData("M1 2L3 4", 3, 4)]
    [InlineData("m1 2 2 2", 3, 4)]
    [InlineData("M0 0H5V6", 5, 6)]
    [InlineData("M1 1h-.5v.5", 0.5, 1.5)]
    [InlineData("M0 0C1 1 2 2 7 8", 7, 8)]
    [InlineData("M0 0c1 1 2 2 3 3s2 2 4 5", 7, 8)]
    [InlineData("M0 0Q1 1 2 0T4 0", 4, 0)]
    [InlineData("M0 0A5 5 0 0110 0", 10, 0)]
    public void Path_EndsWhereItSays_ByAnyCommand(string data, double x, double y)
    {
        var last = new SvgPath(data).Steps()[^1];
        last.X.ShouldBe(x, 1e-9);
        last.Y.ShouldBe(y, 1e-9);
    }

    [Theory]
    [InlineData("M0 0A5 5 0 0 1 10 0", -5)]
    [InlineData("M0 0A5 5 0 0 0 10 0", 5)]
    [InlineData("M0 0A1 1 0 0 1 10 0", -5)]
    public void Arc_PassesItsTop_OnTheAskedSide(string data, double y)
    {
        // A half circle from 0,0 to 10,0: two quarters that meet above or below its middle.
        var steps = new SvgPath(data).Steps();
        steps.Count.ShouldBe(3);
        steps[1].X.ShouldBe(5, 1e-9);
        steps[1].Y.ShouldBe(y, 1e-9);
    }

    [Theory]
    [InlineData("<svg viewBox=\"0 0 1 1\"><text>A</text></svg>", "line 1, <text>: found an element that is not drawn here")]
    [InlineData("<svg viewBox=\"0 0 1 1\">\n<g transform=\"scale(2)\"/></svg>", "line 2, <g>: found the attribute 'transform'")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path stroke=\"#000000\" d=\"M0 0\"/></svg>", "'stroke'")]
    [InlineData("<svg viewBox=\"0 0 1 1\" transform=\"scale(2)\"><path d=\"M0 0z\"/></svg>", "line 1, <svg>: found the attribute 'transform'")]
    [InlineData("<svg viewBox=\"0 0 1 1\" fill=\"currentColor\"><path d=\"M0 0z\"/></svg>", "'currentColor' is not a colour")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path display=\"none\" d=\"M0 0z\"/></svg>", "'display'")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path visibility=\"hidden\" d=\"M0 0z\"/></svg>", "'visibility'")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path fill=\"red\" d=\"M0 0z\"/></svg>", "'red' is not a colour")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path d=\"L0 0\"/></svg>", "does not begin with M")]
    [InlineData("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0L1\"/></svg>", "found 1 numbers after L")]
    [InlineData("<svg><path d=\"M0 0\"/></svg>", "viewBox")]
    [InlineData("<svg", "not readable XML")]
    public void Read_SaysWhatIsNotDrawn_AndWhere(string svg, string told) =>
        Should.Throw<FormatException>(() => SvgReader.Read(svg)).Message.ShouldContain(told);
}
