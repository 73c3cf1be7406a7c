using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Where a message is on its way to the customer.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0021_sending")]
public sealed class Sending() : SqlMigration("0021_sending.sql");
