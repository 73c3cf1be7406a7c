using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Whether a message waits is told by its state alone.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0092_waiting_messages")]
public sealed class WaitingMessages() : SqlMigration("0092_waiting_messages.sql");
