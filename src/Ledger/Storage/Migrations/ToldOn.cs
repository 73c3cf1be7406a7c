using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Which master last told each account and card.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0090_told_on")]
public sealed class ToldOn() : SqlMigration("0090_told_on.sql");
