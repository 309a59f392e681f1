"""the table of releases of others

Revision ID: c7d2a40e9b15
Revises: b3c1d9e7f402
Create Date: 2026-11-22 18:58:12.104417

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = 'c7d2a40e9b15'
down_revision = 'b3c1d9e7f402'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('opened_release',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evaluation_id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.DateTime(), nullable=False),
    sa.Column('opened_by_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('length(digest) = 64', name=op.f('ck_opened_release_digest')),
    sa.ForeignKeyConstraint(['evaluation_id'], ['evaluation.id'], name=op.f('fk_opened_release_evaluation_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['opened_by_id'], ['account.id'], name=op.f('fk_opened_release_opened_by_id'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opened_release')),
    sa.UniqueConstraint('evaluation_id', 'digest', name=op.f('uq_opened_release_evaluation_id_digest'))
    )


def downgrade():
    op.drop_table('opened_release')
